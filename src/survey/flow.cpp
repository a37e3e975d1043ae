#include "ecpr/survey/flow.hpp"

namespace ecpr::survey {

namespace {

void add(std::uint8_t waves, Flow& flow) {
  const bool pre = (waves & 1) != 0, post = (waves & 2) != 0;
  flow.pre += pre;
  flow.post += post;
  flow.matched += pre && post;
  flow.pre_only += pre && !post;
  flow.post_only += post && !pre;
}

}  // namespace

Flow flow_of(const Survey& survey) {
  Flow flow;
  for (const auto waves : survey.waves) add(waves, flow);
  return flow;
}

std::vector<Flow> flow_of_groups(const Survey& survey) {
  std::vector<Flow> flows(survey.groups.size() + 1);
  for (std::size_t person = 0; person < survey.people(); ++person) {
    const auto group = survey.group[person];
    add(survey.waves[person], group == nobody ? flows.back() : flows[group]);
  }
  return flows;
}

}  // namespace ecpr::survey
