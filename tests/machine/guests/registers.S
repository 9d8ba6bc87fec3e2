# Prints what CPUID and some MSRs say, in hexadecimal: "cpuid LEAF SUBLEAF EAX EBX ECX EDX" and "msr INDEX HIGH LOW".
.include "guest.inc"

.pushsection .rodata
.balign 4
leaves:
    .long 0x0, 0,  0x1, 0,  0x4, 0,  0x4, 1,  0x4, 2,  0x4, 3,  0x6, 0,  0x7, 0,  0xa, 0,  0xb, 0,  0xb, 1,  0x1f, 0,  0x1f, 1
    .long 0x40000000, 0,  0x40000001, 0
    .long 0x80000000, 0,  0x80000001, 0,  0x80000002, 0,  0x80000003, 0,  0x80000004, 0,  0x80000005, 0,  0x80000006, 0
    .long 0x80000007, 0,  0x80000008, 0,  0x8000001d, 0,  0x8000001d, 1,  0x8000001d, 2,  0x8000001d, 3,  0x8000001e, 0
leaves_end:
msrs:
    .long 0x8b, 0x174, 0x175, 0x176, 0x1a0, 0x2ff, 0xc0000081, 0xc0000082, 0xc0000083, 0xc0000084, 0xc0000102
msrs_end:
.popsection

_start:
    lea leaves(%rip), %r12
1:  print "cpuid "
    mov 0(%r12), %edi
    call print_hex
    mov 4(%r12), %edi
    call print_hex
    mov 0(%r12), %eax
    mov 4(%r12), %ecx
    cpuid
    mov %ecx, %r13d
    mov %edx, %r14d
    mov %eax, %edi
    call print_hex
    mov %ebx, %edi
    call print_hex
    mov %r13d, %edi
    call print_hex
    mov %r14d, %edi
    call print_hex
    print "\n"
    add $8, %r12
    lea leaves_end(%rip), %rax
    cmp %rax, %r12
    jb 1b

    lea msrs(%rip), %r12
1:  print "msr "
    mov 0(%r12), %edi
    call print_hex
    mov 0(%r12), %ecx
    rdmsr
    mov %eax, %r13d
    mov %edx, %edi
    call print_hex
    mov %r13d, %edi
    call print_hex
    print "\n"
    add $4, %r12
    lea msrs_end(%rip), %rax
    cmp %rax, %r12
    jb 1b
    print "THAT IS ALL\n"
    reset_machine

# EDI, eight digits and a blank.
print_hex:
    mov $8, %r8d
1:  rol $4, %edi
    mov %edi, %eax
    and $15, %eax
    cmp $10, %al
    jb 2f
    add $('a' - '0' - 10), %al
2:  add $'0', %al
    call print_byte
    dec %r8d
    jnz 1b
    mov $' ', %al
    jmp print_byte
