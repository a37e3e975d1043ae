// People trained in three sessions, in two of which nearly everybody changes alike.
#pragma once

#include <string>

#include "analysis_run.hpp"

namespace ecpr::testing {

/// 12 people, 4 in each of the sessions x, y and z. "hope" changes by about 3 in x and y and by 0 in z: clear for a
/// plain t test, not for a cluster-robust one. "calm" was answered after in x alone, so that there is one cluster.
/// `input` stands under [input], `below` behind the outcomes.
inline analysis::Analysis clustered(const std::string& input, const std::string& below = "") {
  return analysed(
      "id,session,hope,calm\na,x,1,1\nb,x,2,2\nc,x,3,3\nd,x,4,4\ne,y,1,1\nf,y,2,2\ng,y,3,3\nh,y,4,4\ni,z,1,1\n"
      "j,z,2,2\nk,z,3,3\nl,z,4,4\n",
      "id,hope,calm\na,4,3\nb,5,5\nc,6,5\nd,8,6\ne,4,\nf,4,\ng,6,\nh,8,\ni,1,\nj,1,\nk,3,\nl,5,\n",
      input +
          "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\nhigher_is = \"better\"\n[[outcome]]\nname = \"calm\"\n"
          "column = \"calm\"\nhigher_is = \"better\"\n" +
          below);
}

}  // namespace ecpr::testing
