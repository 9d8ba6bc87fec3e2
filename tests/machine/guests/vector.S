# Uses a vector instruction, which a KVM that emulates instructions in software cannot run.
.include "guest.inc"
_start:
    mov %cr0, %rax
    and $~4, %rax               # no emulation of the FPU
    mov %rax, %cr0
    mov %cr4, %rax
    or $0x200, %rax             # SSE is allowed
    mov %rax, %cr4
    print "VECTOR\n"
    movd %eax, %xmm0
    print "EXECUTED\n"
    reset_machine
