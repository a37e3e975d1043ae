// Looking at the beginning of a source without losing it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "ecpr/csv/byte_source.hpp"

namespace ecpr::csv {

/// Up to `size` bytes from `source`; fewer only at its end.
std::string read_head(ByteSource& source, std::size_t size);

/// `prefix`, then what `source` still holds.
std::unique_ptr<ByteSource> prefixed(std::string prefix, std::unique_ptr<ByteSource> source);

}  // namespace ecpr::csv
