#include "ecpr/survey/table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/text.hpp"
#include "header_width.hpp"

namespace ecpr::survey {

Table::Table(csv::Reader reader, const std::string& platform) : reader_(std::move(reader)) {
  look_ahead();
  Beginning top{reader_.header(), {}};
  for (auto row = ahead_.rbegin(); row != ahead_.rend(); ++row) {
    top.rows.push_back(row->cells);
    top.rows.back().resize(top.names.size());
  }
  found_by_itself_ = platform.empty();
  platform_ = found_by_itself_ ? &platform_of(top) : &platform_named(platform, reader_.name());
  form_ = platform_->form(top);
  const std::size_t no_data = std::min(form_.header_rows - 1, ahead_.size());
  ahead_.resize(ahead_.size() - no_data);
}

void Table::look_ahead() {
  constexpr std::size_t rows = 2;  // below the names: question texts and import ids
  csv::Record record;
  while (ahead_.size() < rows && reader_.next(record)) {
    ahead_.push_back({{record.fields.begin(), record.fields.end()}, record.line});
  }
  std::reverse(ahead_.begin(), ahead_.end());
}

bool Table::next_row(csv::Record& record) {
  if (ahead_.empty()) return reader_.next(record);
  current_ = std::move(ahead_.back());
  ahead_.pop_back();
  cells_.assign(current_.cells.begin(), current_.cells.end());
  record = {cells_, current_.line};
  return true;
}

bool Table::next(csv::Record& record) {
  while (next_row(record)) {
    widest_ = std::max(widest_, record.fields.size());
    narrowest_ = rows_ == 0 ? record.fields.size() : std::min(narrowest_, record.fields.size());
    ++rows_;
    const RowUse use = form_.use_of ? form_.use_of(record.fields) : RowUse::answers;
    unfinished_ += use == RowUse::unfinished;
    if (use != RowUse::preview) return true;
    ++previews_;
  }
  return false;
}

void Table::require_width() const { survey::require_width(reader_, {rows_, narrowest_, widest_}); }

std::vector<std::string> Table::notes() const {
  std::vector<std::string> notes;
  const bool plain = platform_->name == "plain";
  if (!plain && (found_by_itself_ || form_.header_rows > 1)) {
    std::string note = fmt::format("{}: read as an export of {}", name(), platform_->title);
    if (form_.header_rows > 1)
      note += fmt::format(", with {} below the names that {} no answers", counted(form_.header_rows - 1, "row", "rows"),
                          form_.header_rows == 2 ? "holds" : "hold");
    if (found_by_itself_) note += "; --platform plain reads it as it stands";
    notes.push_back(std::move(note));
  }
  if (previews_ > 0)
    notes.push_back(fmt::format("{}: {} of the form {} left out", name(),
                                counted(previews_, "preview or test", "previews and tests"),
                                previews_ == 1 ? "is" : "are"));
  if (unfinished_ > 0)
    notes.push_back(
        fmt::format("{}: {} did not come to the end of the form (Finished = False); what was answered counts", name(),
                    counted(unfinished_, "person", "people")));
  return notes;
}

}  // namespace ecpr::survey
