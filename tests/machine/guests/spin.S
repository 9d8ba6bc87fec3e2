# Says that it is there and then never leaves the guest by itself: only a signal gets its processor out.
.include "guest.inc"
_start:
    print "SPINNING\n"
1:  pause
    jmp 1b
