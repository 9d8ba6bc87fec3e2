# A guest with an agent, for those who drive a machine from outside. It has the devices that are there: of each disk it tells what
# sector 0 says (16 bytes), and tells it again whenever its host has given the disk another file; it sets up a balloon; it takes every
# call over vsock. Ctrl-Alt-Del resets it, and so does the first thing that a caller sends.
.include "guest.inc"
.include "virtio.inc"
.set WINDOW, 0x1000             # of a device
.set DEVICE_AREA, 0x10000       # up to four queues
.set AREAS, 0x300000
.set SECTORS, 0x600000          # a page for each disk
.set BASES, 0x610000            # of the disks
.set DISK_AREAS, 0x611000
.set GENERATIONS, 0x612000      # of a disk's configuration when it was last told
.set RECEIVED, 0x613000         # packets
.set PACKETS, QUEUE_SIZE / 2    # that can come in at a time: two descriptors each
.set PACKET_BYTES, 0x200
.set DATA, 0x40                 # in a packet
.set PACKET_HEADER_BYTES, 44
.set KEYBOARD, 0x60
.set KEY_CTRL, 0x14

_start:
    map_mmio
    xor %r12d, %r12d            # disks
    xor %r14d, %r14d            # the vsock device, and its area in R15
    mov $MMIO + WINDOW, %ebx
    mov $AREAS, %edi
1:  cmpl $0x74726976, (%rbx)    # "virt"
    jne 5f
    mov 8(%rbx), %eax
    cmp $2, %eax
    je 2f
    cmp $5, %eax
    je 3f
    cmp $19, %eax
    jne 4f
    xor %eax, %eax
    mov $3, %ecx
    call start_device
    mov %ebx, %r14d
    mov %edi, %r15d
    call offer_packets
    jmp 4f
2:  xor %eax, %eax
    mov $1, %ecx
    call start_device
    mov %ebx, BASES(, %r12, 4)
    mov %edi, DISK_AREAS(, %r12, 4)
    inc %r12d
    jmp 4f
3:  mov $2, %eax                # a balloon, with statistics
    mov $3, %ecx
    call start_device
4:  add $WINDOW, %ebx
    add $DEVICE_AREA, %edi
    jmp 1b

5:  xor %r13d, %r13d
    jmp 7f
6:  call tell_disk
    inc %r13d
7:  cmp %r12d, %r13d
    jb 6b
    print "READY\n"

watch:
    xor %r13d, %r13d
    jmp 3f
1:  mov BASES(, %r13, 4), %ebx
    mov 0xfc(%rbx), %eax        # the generation of its configuration
    cmp %eax, GENERATIONS(, %r13, 4)
    je 2f
    call tell_disk
2:  inc %r13d
3:  cmp %r12d, %r13d
    jb 1b
    test %r14d, %r14d
    jz 4f
    call take_packet
4:  in $I8042_COMMAND, %al
    test $1, %al
    jz watch
    in $KEYBOARD, %al
    cmp $KEY_CTRL, %al
    jne watch
    print "CTRL-ALT-DEL\n"
    reset_machine
failed:
    print "FAILED\n"
    reset_machine

# Of the disk with the number R13.
tell_disk:
    mov BASES(, %r13, 4), %ebx
    mov DISK_AREAS(, %r13, 4), %edi
    mov 0xfc(%rbx), %eax
    mov %eax, GENERATIONS(, %r13, 4)
    mov 0x60(%rbx), %eax        # whatever interrupt there is has been seen
    mov %eax, 0x64(%rbx)
    call sector
    mov %esi, %edx
    xor %eax, %eax              # read
    mov $3, %r10d               # the device writes
    call transfer
    print "DISK "
    mov %r13d, %eax
    add $'0', %al
    call print_byte
    print ": "
    call sector
    movb $0, 16(%rsi)
    call print_string
    print "\n"
    ret

# Where the sector of the disk with the number R13 is: in RSI.
sector:
    mov %r13d, %esi
    shl $12, %esi
    add $SECTORS, %esi
    ret

# Gives the vsock device all places for packets.
offer_packets:
    xor %ecx, %ecx
    mov %r15d, %esi             # a chain's first descriptor
    lea HEADER(%r15), %edx      # its packet
1:  mov %rdx, (%rsi)
    movl $PACKET_HEADER_BYTES, 8(%rsi)
    movw $3, 12(%rsi)
    lea 1(, %rcx, 2), %eax
    movw %ax, 14(%rsi)
    lea DATA(%rdx), %rax
    mov %rax, 16(%rsi)
    movl $PACKET_BYTES - DATA, 24(%rsi)
    movw $2, 28(%rsi)
    lea (, %rcx, 2), %eax
    movw %ax, AVAILABLE + 4(%r15, %rcx, 2)
    add $32, %rsi
    add $PACKET_BYTES, %rdx
    inc %ecx
    cmp $PACKETS, %ecx
    jb 1b
    mfence
    movw $PACKETS, AVAILABLE + 2(%r15)
    mfence
    mov %r14d, %ebx
    reg 0x50, 0
    ret

# Takes the next packet, if there is one, and gives its place back.
take_packet:
    movzwl RECEIVED, %ecx
    cmpw USED + 2(%r15), %cx
    je 2f
    and $QUEUE_SIZE - 1, %ecx
    mov USED + 4(%r15, %rcx, 8), %r8d # the chain: two descriptors for each packet
    mov %r8d, %esi
    imul $PACKET_BYTES / 2, %esi
    lea HEADER(%r15, %rsi), %esi
    mov %r14d, %ebx
    movzwl 30(%rsi), %eax       # what it is
    cmp $5, %eax
    je called
    cmp $1, %eax
    jne 1f
    call answer
1:  movzwl RECEIVED, %ecx
    lea PACKETS(%rcx), %edx
    and $QUEUE_SIZE - 1, %edx
    movw %r8w, AVAILABLE + 4(%r15, %rdx, 2)
    inc %ecx
    movw %cx, RECEIVED
    add $PACKETS, %ecx
    mfence
    movw %cx, AVAILABLE + 2(%r15)
    mfence
    reg 0x50, 0
2:  ret
called:
    print "CALLED\n"
    reset_machine

# Accepts the connection that the packet at RSI asks for.
answer:
    lea QUEUE_AREA(%r15), %edi
    mov (%rsi), %rax
    mov %rax, HEADER + 8(%rdi)  # back to where it came from
    mov 8(%rsi), %rax
    mov %rax, HEADER(%rdi)
    mov 16(%rsi), %eax
    mov %eax, HEADER + 20(%rdi)
    mov 20(%rsi), %eax
    mov %eax, HEADER + 16(%rdi)
    movl $0, HEADER + 24(%rdi)
    movl $0x20001, HEADER + 28(%rdi) # a stream; response
    movl $0, HEADER + 32(%rdi)
    movl $0x10000, HEADER + 36(%rdi) # room for it
    movl $0, HEADER + 40(%rdi)
    lea HEADER(%rdi), %rax
    xor %ecx, %ecx
    descriptor 0, PACKET_HEADER_BYTES
    mov $1, %eax
    jmp submit
