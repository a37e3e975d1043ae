// The parts of a .docx file that do not depend on the document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ecpr::render {

std::string_view docx_root_relations();
std::string_view docx_styles();
std::string_view docx_settings();

/// Bullets (list 1) and one numbered list each from 2 to `ordered` + 1.
std::string docx_numbering(std::size_t ordered);

/// Relations of the document to its parts and to `pictures` PNG files; picture i has the id "picture<i>", from 1.
std::string docx_relations(std::size_t pictures);

std::string_view docx_content_types();

}  // namespace ecpr::render
