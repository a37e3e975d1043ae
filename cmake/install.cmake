# Installs the program, the library, its headers and the CMake package file.
include(CMakePackageConfigHelpers)

install(TARGETS ecpr_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS ecpr EXPORT ecprTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ecpr DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT ecprTargets NAMESPACE ecpr:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/ecpr)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/ecprConfig.cmake.in ${PROJECT_BINARY_DIR}/ecprConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/ecpr)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ecprConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ecprConfig.cmake ${PROJECT_BINARY_DIR}/ecprConfigVersion.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/ecpr)
