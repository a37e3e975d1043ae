// A built-in instrument as an outcome of a drafted study.
#pragma once

#include "ecpr/instruments/catalogue.hpp"
#include "material.hpp"

namespace ecpr::draft {

/// The outcome of an instrument that was recognized among the names of the shape's variables. Held back when its
/// coding or order must be stated and the answers do not tell which it is.
Block instrument_outcome(const Material& material, const instruments::Recognized& recognized);

}  // namespace ecpr::draft
