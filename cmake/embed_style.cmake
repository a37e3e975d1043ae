# Turns src/render/html_style.css into a source file of the library.
function(ecpr_embed_style target)
  set(style ${PROJECT_SOURCE_DIR}/src/render/html_style.css)
  set(writer ${PROJECT_SOURCE_DIR}/cmake/write_embedded_style.cmake)
  set(output ${PROJECT_BINARY_DIR}/generated/embedded_style.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -D "STYLE=${style}" -D "OUTPUT=${output}" -P ${writer}
    DEPENDS ${style} ${writer}
    COMMENT "Embedding the style sheet"
    VERBATIM)
  set_source_files_properties(${output} PROPERTIES INCLUDE_DIRECTORIES ${PROJECT_SOURCE_DIR}/src/render)
  target_sources(${target} PRIVATE ${output})
endfunction()
