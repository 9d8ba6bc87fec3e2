sparkler_room(bus SOURCES bus/bus.cpp DEPENDS sparkler_base)
