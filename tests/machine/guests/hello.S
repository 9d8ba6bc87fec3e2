# Says hello on the serial port and resets the machine.
.include "guest.inc"
_start:
    print "HELLO FROM THE GUEST\n"
    reset_machine
