// What a page holds, without any format.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "ecpr/document/table.hpp"
#include "ecpr/document/text.hpp"

namespace ecpr::document {

/// `level` 1 is a section of the document (whose title stands above), 2 a part of it, 3 a part of that.
struct Heading {
  int level = 1;
  Text text = {};
};

struct Paragraph {
  Text text = {};
};

struct List {
  std::vector<Text> items = {};
  bool ordered = false;
};

/// Lines kept as they are, in one width for all letters: a command, a piece of a file.
struct Preformatted {
  std::string text = {};
};

/// A drawing. Formats that cannot show it say `alternative` instead.
struct Picture {
  std::string number = {};  ///< "Figure 1"; may be empty
  Text caption = {};
  std::string alternative = {};  ///< what the picture shows, for readers who do not see it
  std::string media_type = {};   ///< "image/svg+xml" or "image/png"
  std::string bytes = {};
  std::string path = {};  ///< where the same picture stands as a file, for formats that link; empty: nowhere
};

using Block = std::variant<Heading, Paragraph, List, Preformatted, Table, Picture>;

/// A title and blocks in reading order.
struct Document {
  Text title = {};
  std::vector<Block> blocks = {};
};

}  // namespace ecpr::document
