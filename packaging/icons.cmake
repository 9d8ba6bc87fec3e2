# The manager's icon for the desktop: the drawing itself, its one-coloured twin for panels, and bitmaps for whoever wants
# those, drawn when the package is built.
set(icon_dir ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
set(icon ${CMAKE_SOURCE_DIR}/resources/icons/sparkler.svg)
install(FILES ${icon} DESTINATION ${icon_dir}/scalable/apps COMPONENT manager)
install(FILES desktop/sparkler-symbolic.svg DESTINATION ${icon_dir}/symbolic/apps COMPONENT manager)

find_program(RSVG_CONVERT rsvg-convert)
if(NOT RSVG_CONVERT)
    message(STATUS "No rsvg-convert (package librsvg2-bin): the icon is installed as a drawing only")
    return()
endif()
set(bitmaps)
foreach(size IN ITEMS 16 22 24 32 48 64 128 256 512)
    set(bitmap ${CMAKE_CURRENT_BINARY_DIR}/icons/${size}/sparkler.png)
    add_custom_command(OUTPUT ${bitmap}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/icons/${size}
        COMMAND ${RSVG_CONVERT} -w ${size} -h ${size} ${icon} -o ${bitmap}
        DEPENDS ${icon} VERBATIM)
    list(APPEND bitmaps ${bitmap})
    install(FILES ${bitmap} DESTINATION ${icon_dir}/${size}x${size}/apps COMPONENT manager)
endforeach()
add_custom_target(sparkler_icon_bitmaps ALL DEPENDS ${bitmaps})
