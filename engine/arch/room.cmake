sparkler_room(arch
    SOURCES arch/x86_64/layout.cpp arch/x86_64/host_cpuid.cpp arch/x86_64/cpuid.cpp arch/x86_64/cpu_template.cpp
        arch/x86_64/cpu_features.cpp arch/x86_64/msr_names.cpp arch/x86_64/guest_cpu.cpp
        arch/x86_64/static_templates.cpp arch/x86_64/template_check.cpp arch/x86_64/vcpu_setup.cpp
        arch/x86_64/table_bytes.cpp arch/x86_64/aml.cpp arch/x86_64/acpi.cpp arch/x86_64/mptable.cpp
        arch/x86_64/memory_map.cpp arch/x86_64/boot_data.cpp
    DEPENDS sparkler_base sparkler_memory sparkler_hypervisor sparkler_boot sparkler_config)
