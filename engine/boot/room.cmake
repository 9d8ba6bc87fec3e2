sparkler_room(boot
    SOURCES boot/image_file.cpp boot/elf.cpp boot/bzimage.cpp boot/kernel.cpp boot/initrd.cpp boot/command_line.cpp
    DEPENDS sparkler_base sparkler_memory)
