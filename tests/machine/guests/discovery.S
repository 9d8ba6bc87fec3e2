# A guest that is told of its devices by the command line alone, as one with acpi=off: finds every virtio_mmio.device=SIZE@BASE:IRQ,
# reads sector 0 of the first disk, waits until the second one, which is empty at first, has got a size and was announced a second
# time, and writes there what it has seen:  DEVICES <hh> ROOT <16 bytes of the first disk> ARGS <command line>
# It has no console: its host reads the second disk.
.include "guest.inc"
.include "virtio.inc"
.set CMD_LINE_PTR, 0x228        # in the boot parameters
.set FIRST_RINGS, 0x300000
.set SECOND_RINGS, 0x310000
.set ROOT_SECTOR, 0x320000
.set REPORT, 0x321000

# Appends the string \text to the report, whose end is at R9.
.macro report text
    .pushsection .rodata
9:  .asciz "\text"
    .popsection
    lea 9b(%rip), %rsi
    call append
.endm

_start:
    mov %rsi, %r15
    map_mmio
    mov CMD_LINE_PTR(%r15), %r14d
    xor %r13d, %r13d            # devices found
    xor %r12d, %r12d            # the first disk
    xor %r11d, %r11d            # the second disk
    mov %r14, %rsi
    call find_devices
    test %r11d, %r11d
    jz failed

    mov %r11d, %ebx
    mov $SECOND_RINGS, %edi
    xor %eax, %eax
    mov $1, %ecx
    call start_device
    cmpl $0, 0x100(%rbx)        # its capacity
    jne failed

    mov %r12d, %ebx
    mov $FIRST_RINGS, %edi
    xor %eax, %eax
    mov $1, %ecx
    call start_device
    mov $ROOT_SECTOR, %edx
    mov $0, %eax                # read: whoever waits for that may change the second disk from now on
    mov $3, %r10d               # the device writes
    call transfer

    mov %r11d, %ebx
    mov $SECOND_RINGS, %edi
1:  pause
    cmpl $2, 0xfc(%rbx)         # the configuration has changed twice
    jb 1b
    testl $2, 0x60(%rbx)        # and an interrupt tells it
    jz failed
    cmpl $0, 0x100(%rbx)
    je failed

    mov $REPORT, %r9d
    report "DEVICES "
    mov %r13d, %eax
    shr $4, %eax
    call append_digit
    mov %r13d, %eax
    call append_digit
    report " ROOT "
    mov $ROOT_SECTOR, %esi
    movb $0, 16(%rsi)
    call append
    report " ARGS "
    mov %r14, %rsi
    call append
    mov $REPORT, %edx
    mov $1, %eax                # write
    mov $1, %r10d
    call transfer
    print "REPORTED\n"
2:  hlt
    jmp 2b
failed:
    print "FAILED\n"
    reset_machine

# All devices that the text at RSI names: counted in R13, the first two disks in R12 and R11.
find_devices:
    lea parameter(%rip), %rdx
    mov %rsi, %rdi
1:  mov (%rdx), %al
    test %al, %al
    jz 3f
    cmp %al, (%rdi)
    jne 2f
    inc %rdx
    inc %rdi
    jmp 1b
2:  cmpb $0, (%rsi)
    je 9f
    inc %rsi
    jmp find_devices
3:  mov %rdi, %rsi              # past "…device=": the size, then "@0x" and the base
4:  mov (%rsi), %al
    inc %rsi
    test %al, %al
    jz failed
    cmp $'@', %al
    jne 4b
    cmpw $0x7830, (%rsi)        # "0x"
    jne failed
    add $2, %rsi
    xor %ebx, %ebx
5:  movzbl (%rsi), %eax
    inc %rsi
    cmp $':', %al
    je 7f
    sub $'0', %al
    cmp $9, %al
    jbe 6f
    sub $'a' - '0' - 10, %al
    cmp $15, %al
    ja failed
6:  shl $4, %rbx
    add %rax, %rbx
    jmp 5b
7:  mov %rbx, %rax
    shr $21, %rax
    cmp $MMIO >> 21, %rax       # in what is mapped
    jne failed
    cmpl $0x74726976, (%rbx)    # "virt"
    jne failed
    inc %r13d
    cmpl $2, 8(%rbx)            # block
    jne find_devices
    test %r12d, %r12d
    jnz 8f
    mov %ebx, %r12d
    jmp find_devices
8:  test %r11d, %r11d
    jnz find_devices
    mov %ebx, %r11d
    jmp find_devices
9:  ret

# The string at RSI, as far as the report has room.
append:
1:  mov (%rsi), %al
    test %al, %al
    jz 2f
    cmp $REPORT + 511, %r9
    jae 2f
    mov %al, (%r9)
    inc %rsi
    inc %r9
    jmp 1b
2:  ret

# The low four bits of EAX.
append_digit:
    and $15, %eax
    cmp $10, %eax
    jb 1f
    add $'a' - '0' - 10, %eax
1:  add $'0', %eax
    mov %al, (%r9)
    inc %r9
    ret

.pushsection .rodata
parameter: .asciz "virtio_mmio.device="
.popsection
