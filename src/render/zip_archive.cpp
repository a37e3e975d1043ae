#include "zip_archive.hpp"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace ecpr::render {

namespace {

constexpr zip_uint16_t first_of_january_1980 = (1 << 5) | 1;

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

void require(bool good, const char* what) {
  if (!good) throw std::runtime_error(std::string("libzip cannot ") + what);
}

void add(zip_t* archive, const ZipEntry& entry) {
  Source bytes(zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0));
  require(bytes != nullptr, "take an entry");
  const zip_int64_t place = zip_file_add(archive, entry.name.c_str(), bytes.get(), ZIP_FL_ENC_UTF_8);
  require(place >= 0, "add an entry");
  bytes.release();  // the archive owns it now
  const auto index = static_cast<zip_uint64_t>(place);
  require(zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 9) == 0, "compress an entry");
  require(zip_file_set_dostime(archive, index, 0, first_of_january_1980, 0) == 0, "date an entry");
}

std::string all_bytes(zip_source_t* source) {
  require(zip_source_open(source) == 0, "open the archive");
  std::string bytes;
  char block[65536];
  zip_int64_t taken = 0;
  while ((taken = zip_source_read(source, block, sizeof block)) > 0)
    bytes.append(block, static_cast<std::size_t>(taken));
  zip_source_close(source);
  require(taken == 0, "read the archive");
  return bytes;
}

}  // namespace

std::string zip_archive(const std::vector<ZipEntry>& entries) {
  Source memory(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  require(memory != nullptr, "start an archive");
  zip_source_keep(memory.get());  // one for the archive, one to read from
  Archive archive(zip_open_from_source(memory.get(), ZIP_TRUNCATE, nullptr));
  if (archive == nullptr) zip_source_free(memory.get());
  require(archive != nullptr, "start an archive");
  for (const ZipEntry& entry : entries) add(archive.get(), entry);
  require(zip_close(archive.get()) == 0, "write an archive");
  (void)archive.release();
  return all_bytes(memory.get());
}

}  // namespace ecpr::render
