# Enters sleep state S5 through the ACPI sleep control register.
.include "guest.inc"
_start:
    print "POWERING OFF\n"
    mov $SLEEP_CONTROL, %dx
    mov $0x34, %al              # sleep type 5, enable
    out %al, %dx
1:  hlt
    jmp 1b
