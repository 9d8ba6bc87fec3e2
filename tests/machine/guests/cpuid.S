# Tells by CPUID whether the processor has CMPXCHG16B (leaf 1, ECX bit 13), then waits for ever.
.include "guest.inc"
_start:
    mov $1, %eax
    xor %ecx, %ecx
    cpuid
    bt $13, %ecx
    jc 1f
    print "CX16 no\n"
    jmp 2f
1:  print "CX16 yes\n"
2:  hlt
    jmp 2b
