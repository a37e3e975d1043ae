// The parser's buffer of 48 MB, kept from one input to the next: with sanitizers this makes fuzzing many times faster.
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t block_size = std::size_t{3} << 24;
void* block = nullptr;
bool block_is_used = false;

}  // namespace

void* operator new[](std::size_t size) {
  if (size == block_size && !block_is_used) {
    if (block == nullptr) block = std::malloc(size);
    block_is_used = true;
    if (block != nullptr) return block;
  }
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

void operator delete[](void* memory) noexcept {
  if (memory != nullptr && memory == block) {
    block_is_used = false;
  } else {
    std::free(memory);
  }
}

void operator delete[](void* memory, std::size_t) noexcept { operator delete[](memory); }
