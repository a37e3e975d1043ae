#include "interruption.hpp"

#include <unistd.h>

#include <atomic>

namespace ecpr::cli {

namespace {

constexpr int ending_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXFSZ, SIGXCPU, SIGALRM};

/// A handler must neither lock nor free: entries are only ever added, and switched off.
struct Entry {
  std::string path;
  std::atomic<bool> active = true;
  Entry* next = nullptr;
};

std::atomic<Entry*> first{nullptr};
static_assert(std::atomic<Entry*>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void remove_all_and_end(int signal) {
  for (const Entry* entry = first.load(); entry; entry = entry->next) {
    if (entry->active.load()) ::unlink(entry->path.c_str());
  }
  std::signal(signal, SIG_DFL);
  ::raise(signal);  // arrives when this function has returned
}

void catch_signals() {
  struct sigaction action {};
  action.sa_handler = remove_all_and_end;
  sigfillset(&action.sa_mask);
  for (const int signal : ending_signals) {
    struct sigaction before {};
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_DFL) sigaction(signal, &action, nullptr);
  }
}

}  // namespace

void remove_on_signals(const std::string& path) {
  catch_signals();
  auto* entry = new Entry{path};
  entry->next = first.load();
  first.store(entry);
}

void forget(const std::string& path) {
  for (Entry* entry = first.load(); entry; entry = entry->next) {
    if (entry->path == path) entry->active.store(false);
  }
}

void forget_and_remove(const std::string& path) {
  const SignalsWait wait;
  ::unlink(path.c_str());
  forget(path);
}

SignalsWait::SignalsWait() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : ending_signals) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, &before_);
}

SignalsWait::~SignalsWait() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

}  // namespace ecpr::cli
