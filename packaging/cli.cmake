# The command line: the program, and what it tells of itself when the package is built (manual page, completions).
install(TARGETS sparklectl RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT cli)

# sparkler_told_by_ctl(<file> <folder it is installed in> <words>...)
set(told_by_ctl)
macro(sparkler_told_by_ctl file folder)
    set(told ${CMAKE_CURRENT_BINARY_DIR}/ctl/${file})
    # In English, and without this user's settings.
    add_custom_command(OUTPUT ${told}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/ctl
        COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C.UTF-8 LANGUAGE=en XDG_CONFIG_HOME=${CMAKE_CURRENT_BINARY_DIR}/ctl
            $<TARGET_FILE:sparklectl> ${ARGN} > ${told}
        DEPENDS sparklectl VERBATIM)
    list(APPEND told_by_ctl ${told})
    install(FILES ${told} DESTINATION ${folder} COMPONENT cli)
endmacro()
sparkler_told_by_ctl(sparklectl.1 ${CMAKE_INSTALL_MANDIR}/man1 help --man)
sparkler_told_by_ctl(sparklectl ${CMAKE_INSTALL_DATADIR}/bash-completion/completions completion bash)
sparkler_told_by_ctl(_sparklectl ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions completion zsh)
sparkler_told_by_ctl(sparklectl.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d completion fish)
add_custom_target(sparkler_ctl_texts ALL DEPENDS ${told_by_ctl})

# Machines that start with the user's session: `systemctl --user enable sparkler-machine@NAME` is the mark.
install(FILES desktop/sparkler-machine@.service DESTINATION lib/systemd/user COMPONENT cli)
