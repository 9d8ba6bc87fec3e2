set(manager_supervisor_sources
    manager/background.h
    manager/config_diff.h manager/config_diff.cpp
    manager/cpu_report.cpp
    manager/cpu_template_text.cpp
    manager/cpu_tool.h manager/cpu_tool.cpp
    manager/emulated_runner.h manager/emulated_runner.cpp
    manager/jail_checks.h manager/jail_checks.cpp
    manager/jail_facts.h manager/jail_facts.cpp
    manager/jailed_runner.h manager/jailed_runner.cpp
    manager/local_runner.h manager/local_runner.cpp
    manager/log_tail.h manager/log_tail.cpp
    manager/machine.h manager/machine.cpp
    manager/machine_private.h
    manager/machine_apply.cpp
    manager/machine_end.cpp
    manager/machine_engine.cpp
    manager/machine_start.cpp
    manager/machine_stop.cpp
    manager/machine_text.h manager/machine_text.cpp
    manager/mmds_view.h manager/mmds_view.cpp
    manager/network_hints.h manager/network_hints.cpp
    manager/positioned_json.cpp
    manager/preferences.h manager/preferences.cpp
    manager/proc_stat.h manager/proc_stat.cpp
    manager/process_identity.h manager/process_identity.cpp
    manager/readiness.h manager/readiness.cpp
    manager/resource_sampler.h manager/resource_sampler.cpp
    manager/run_state.h manager/run_state.cpp
    manager/runner.h manager/runner.cpp
    manager/socket_owner.h manager/socket_owner.cpp
    manager/start_requests.h manager/start_requests.cpp
    manager/start_sequence.h manager/start_sequence.cpp
    manager/tap_state.h manager/tap_state.cpp
    manager/supervisor.h manager/supervisor.cpp)
