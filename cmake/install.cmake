# Installs the program, the static library, its headers and the package file for find_package(ecpr).
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/ecpr)

install(TARGETS ecpr_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS ecpr EXPORT ecprTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ecpr DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.hpp")
install(EXPORT ecprTargets NAMESPACE ecpr:: DESTINATION ${package_folder})

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/ecprConfig.cmake.in ${PROJECT_BINARY_DIR}/ecprConfig.cmake
                              INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ecprConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ecprConfig.cmake ${PROJECT_BINARY_DIR}/ecprConfigVersion.cmake
        DESTINATION ${package_folder})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
