sparkler_room(memory SOURCES memory/guest_memory.cpp DEPENDS sparkler_base)
