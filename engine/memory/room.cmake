sparkler_room(memory SOURCES memory/dirty_bitmap.cpp memory/guest_memory.cpp DEPENDS sparkler_base)
