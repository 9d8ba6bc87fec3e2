# What is said and how: languages, sizes and counts for people. Knows nothing of machines.
sparkler_gui_room(text SOURCES text/human_units.cpp text/language.cpp QT Core)

# Translations: `ninja sparkler_lupdate` brings the .ts files up to date with the sources, the build makes .qm files of them.
# English has plural forms only.
set(languages de fr ja zh_CN)
file(GLOB_RECURSE translatable CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/gui/*.cpp ${CMAKE_SOURCE_DIR}/gui/*.h)
set(ts_files)
foreach(language IN LISTS languages)
    list(APPEND ts_files ${CMAKE_SOURCE_DIR}/translations/sparkler_${language}.ts)
endforeach()
set(english ${CMAKE_SOURCE_DIR}/translations/sparkler_en.ts)
add_custom_target(sparkler_lupdate
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none -I gui ${translatable} -ts ${ts_files}
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none -pluralonly -I gui ${translatable} -ts ${english}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} COMMAND_EXPAND_LISTS VERBATIM)
qt_add_lrelease(sparkler_gui_text TS_FILES ${ts_files} ${english} QM_FILES_OUTPUT_VARIABLE qm_files OPTIONS -silent)
qt_add_resources(sparkler_gui_text sparkler_translations PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${qm_files})
