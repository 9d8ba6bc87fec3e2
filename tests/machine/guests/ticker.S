# Prints a dot now and then, for ever.
.include "guest.inc"
_start:
    print "TICKING\n"
1:  mov $'.', %al
    call print_byte
    mov $2000, %ecx
2:  dec %ecx
    jnz 2b
    jmp 1b
