sparkler_room(hypervisor
    SOURCES hypervisor/kvm/kvm.cpp hypervisor/kvm/kvm_vm.cpp hypervisor/kvm/kvm_vcpu.cpp hypervisor/kvm/exit_decoder.cpp
        hypervisor/kvm/kvm_vm_state.cpp hypervisor/kvm/kvm_vcpu_state.cpp hypervisor/kvm/state_decoder.cpp
        hypervisor/kvm/msr_set.cpp
        hypervisor/kvm/state_text.cpp
    DEPENDS sparkler_base sparkler_memory)
