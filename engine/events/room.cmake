sparkler_room(events SOURCES events/event_loop.cpp events/timer.cpp DEPENDS sparkler_base)
