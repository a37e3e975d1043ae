# One set of warnings and floating-point rules for every target of ours.
function(ecpr_compiler_options target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wconversion -Wno-sign-conversion
    -ffp-contract=off)  # no fused multiply-add: the same digits on every CPU
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict)  # warns about std::string itself (GCC bug 105651)
  endif()
  if(ECPR_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(ECPR_SANITIZE)
    set(sanitizers -fsanitize=address,undefined)
    target_compile_options(${target} PUBLIC ${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC ${sanitizers})
  endif()
endfunction()
