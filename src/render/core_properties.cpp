#include "core_properties.hpp"

#include <fmt/format.h>

#include "ecpr/render/docx.hpp"

namespace ecpr::render {

std::string core_properties(std::string_view title) {
  return fmt::format(
      R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>)",
      escape_xml(title));
}

}  // namespace ecpr::render
