// What a column is about, by its name.
#pragma once

#include <string>

#include "ecpr/survey/platform.hpp"

namespace ecpr::draft {

/// What a column's name says that it is.
enum class ColumnKind {
  asked,           ///< nothing: it may be an outcome
  age,             ///< a number about the person
  characteristic,  ///< a category about the person
  training,        ///< who was trained together
  administrative   ///< dates, addresses, remarks, marks of completeness: nothing that is analysed
};

/// The kind of a column that is called `name` without its wave; a short question counts like a name.
ColumnKind kind_of_column(const survey::ColumnName& column, const std::string& name);

}  // namespace ecpr::draft
