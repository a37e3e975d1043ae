// Files that are no delimited text, whatever their name says.
#pragma once

#include <string>
#include <string_view>

namespace ecpr::csv {

/// Throws OtherFormat if `head`, the first bytes of the file called `name`, is that of a picture, workbook, archive
/// or another file that is no text.
void refuse_other_kinds(std::string_view head, const std::string& name);

/// The same for text: HTML, XML, JSON, RTF.
void refuse_other_texts(std::string_view head, const std::string& name);

}  // namespace ecpr::csv
