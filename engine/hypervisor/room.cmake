sparkler_room(hypervisor
    SOURCES hypervisor/kvm/kvm.cpp hypervisor/kvm/kvm_vm.cpp hypervisor/kvm/kvm_vcpu.cpp hypervisor/kvm/exit_decoder.cpp
    DEPENDS sparkler_base sparkler_memory)
