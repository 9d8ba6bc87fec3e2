# Sends back every byte that the serial port receives, one higher; a newline ends the machine.
.include "guest.inc"
_start:
    print "READY\n"
1:  mov $(COM1 + 5), %dx        # line status: data ready?
    in %dx, %al
    test $1, %al
    jz 1b
    mov $COM1, %dx
    in %dx, %al
    cmp $'\n', %al
    je 2f
    inc %al
    call print_byte
    jmp 1b
2:  reset_machine
