# Turns data/instruments/*.toml into one source file of the library; a new instrument is a new file, nothing else.
function(ecpr_embed_instruments target)
  file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/instruments/*.toml)
  set(output ${PROJECT_BINARY_DIR}/generated/embedded_instruments.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -D "OUTPUT=${output}" -D "FOLDER=${PROJECT_SOURCE_DIR}/data/instruments"
            -P ${PROJECT_SOURCE_DIR}/cmake/write_embedded_instruments.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/write_embedded_instruments.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
