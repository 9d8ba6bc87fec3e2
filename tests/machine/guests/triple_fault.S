# Takes an exception without a usable interrupt table.
.include "guest.inc"
_start:
    print "FAULTING\n"
    lidt empty(%rip)
    ud2
.section .rodata
empty:
    .word 0
    .quad 0
