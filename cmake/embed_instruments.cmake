# Turns data/instruments/*.toml into one source file of the library; a new instrument is a new file, nothing else.
function(ecpr_embed_instruments target)
  set(folder ${PROJECT_SOURCE_DIR}/data/instruments)
  set(writer ${PROJECT_SOURCE_DIR}/cmake/write_embedded_instruments.cmake)
  set(output ${PROJECT_BINARY_DIR}/generated/embedded_instruments.cpp)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.toml)

  # The list of names changes when a file comes or goes, and with it the source file is written anew.
  set(names ${PROJECT_BINARY_DIR}/generated/embedded_instruments.txt)
  list(JOIN files "\n" lines)
  file(CONFIGURE OUTPUT ${names} CONTENT "${lines}\n" @ONLY)

  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -D "FOLDER=${folder}" -D "OUTPUT=${output}" -P ${writer}
    DEPENDS ${files} ${names} ${writer}
    COMMENT "Embedding the instruments"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
