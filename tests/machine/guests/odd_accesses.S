# Touches ports and addresses where nothing is, and devices with widths that they do not have; all must be answered.
.include "guest.inc"
_start:
    map_mmio
    mov $0x1234, %dx
    in %dx, %al
    out %al, %dx
    in %dx, %eax
    out %eax, %dx
    mov $COM1, %dx
    in %dx, %eax                # four bytes of a one-byte register
    mov $I8042_COMMAND, %dx
    in %dx, %ax
    mov $MMIO + 0x100000, %ebx  # no device there
    mov (%rbx), %rax
    test %rax, %rax             # reads as zero
    jnz 1f
    movq $-1, (%rbx)
    mov $MMIO + 0x1000, %ebx    # the first virtio device: one and eight bytes of a register
    movb (%rbx), %al
    mov (%rbx), %rax
    movb $1, 0x70(%rbx)
    movw $1, 0x70(%rbx)
    mov 0x70(%rbx), %eax        # none of that was a status write
    test %eax, %eax
    jnz 1f
    mov $MMIO, %ebx             # the boot timer's place
    movb $123, (%rbx)
    print "ALL ANSWERED\n"
    reset_machine
1:  print "WRONG ANSWER\n"
    reset_machine
