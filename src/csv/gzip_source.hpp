// Reading compressed exports as they are.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ecpr/csv/byte_source.hpp"

namespace ecpr::csv {

/// Whether `head`, the beginning of a file, is that of gzip data.
bool is_gzip(std::string_view head);

/// The unpacked bytes of `source`: one gzip member or several, zero bytes behind them ignored.
///
/// Reading throws InputError, naming `name`, for damaged or incomplete data and for other data behind them.
std::unique_ptr<ByteSource> gunzipped(std::unique_ptr<ByteSource> source, std::string name);

}  // namespace ecpr::csv
