# Drives the first virtio device, a disk: reads sector 0, writes it to sector 1, then hands over a chain that never ends.
.include "guest.inc"
.set DESCRIPTORS, 0x300000
.set AVAILABLE, 0x301000
.set USED, 0x302000
.set HEADER, 0x303000
.set DATA, 0x304000
.set STATUS, 0x305000

.macro reg offset, value
    movl $\value, \offset(%rbx)
.endm

# Descriptor \index: \bytes bytes at \address, flags 1 (next) and 2 (device writes).
.macro descriptor index, address, bytes, flags, next
    movq $\address, DESCRIPTORS + 16 * \index
    movl $\bytes, DESCRIPTORS + 16 * \index + 8
    movw $\flags, DESCRIPTORS + 16 * \index + 12
    movw $\next, DESCRIPTORS + 16 * \index + 14
.endm

# Makes chain 0 available as number \number (from 1) and waits until it comes back.
.macro submit number
    movw $0, AVAILABLE + 4 + 2 * (\number - 1)
    mfence
    movw $\number, AVAILABLE + 2
    mfence
    reg 0x50, 0
7:  pause
    cmpw $\number, USED + 2
    jne 7b
.endm

_start:
    map_mmio
    mov $MMIO + 0x1000, %ebx
    cmpl $0x74726976, (%rbx)    # "virt"
    jne failed
    cmpl $2, 8(%rbx)            # block
    jne failed
    reg 0x70, 0
    reg 0x70, 1
    reg 0x70, 3
    reg 0x24, 0
    reg 0x20, 0
    reg 0x24, 1
    reg 0x20, 1                 # VERSION_1
    reg 0x70, 11
    cmpl $11, 0x70(%rbx)
    jne failed
    reg 0x30, 0
    reg 0x38, 8
    reg 0x80, DESCRIPTORS
    reg 0x90, AVAILABLE
    reg 0xa0, USED
    reg 0x44, 1
    reg 0x70, 15
    cmpl $15, 0x70(%rbx)
    jne failed
    reg 0x38, 4                 # too late: queues are frozen now

    movb $0xff, STATUS
    descriptor 0, HEADER, 16, 1, 1
    descriptor 1, DATA, 512, 3, 2
    descriptor 2, STATUS, 1, 2, 0
    submit 1
    cmpb $0, STATUS
    jne failed
    print "READ "
    mov $DATA, %esi
    call print_string

    movb $0xff, STATUS
    movl $1, HEADER             # write
    movq $1, HEADER + 8         # to sector 1
    descriptor 1, DATA, 512, 1, 2
    submit 2
    cmpb $0, STATUS
    jne failed
    print "WROTE "

    movb $0xff, STATUS
    movq $1000000, HEADER + 8   # behind the end of the disk
    submit 3
    print "PAST END "

    descriptor 2, STATUS, 1, 3, 0 # back to the beginning
    submit 4
    print "LOOPED "

    movq $0, HEADER + 8
    descriptor 2, STATUS, 1, 2, 0
    descriptor 1, DATA, 512, 1, 2
    movb $0xff, STATUS
    submit 5
    cmpb $0, STATUS
    jne failed
    print "STILL ALIVE\n"
    reset_machine
failed:
    print "FAILED\n"
    reset_machine
