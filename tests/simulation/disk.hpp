#pragma once
// The disks of a simulated world: a file system in memory under SQLite (a VFS, https://sqlite.org/vfs.html), which
// remembers what was flushed and what wasn't, and fails when the world says so.
//
// A device's disk is all files under a folder's name. Nothing of it is on the machine's own disk.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/simulation/chance.hpp"

namespace ayni::simulation {

enum class Trouble : std::uint8_t {
    none,
    fails,  // one operation that writes or flushes fails, the next ones don't
    full,   // there is no room, until there is again
    dies,   // the process: nothing that it asks for is done any more
};

/// Threads: one. There is one of it, SQLite's default from the first call on; what it holds is forgotten by `begin`.
class Disk {
public:
    static Disk& the();

    /// A new world: no files, no trouble, other random numbers.
    void begin(std::uint64_t seed);

    /// After so many more operations that write or flush, this happens to this device. Instead of what was to happen.
    void will(const std::string& device, Trouble trouble, std::size_t after);
    /// Is the process dead?
    [[nodiscard]] bool is_dead(const std::string& device) const;
    /// Its trouble is over; true: something had happened.
    bool is_well_again(const std::string& device);

    /// What was not flushed is partly there, torn at sectors, or not. To be called once nothing has the files open.
    void loses_power(const std::string& device, Chance& chance);
    /// All files of one as another's, instead of those that it has.
    void copy(const std::string& from, const std::string& to);
    void wipe(const std::string& device);
    [[nodiscard]] bool holds(const std::string& device, std::string_view bytes) const;

    /// How often each thing happened, in all worlds since the program began.
    [[nodiscard]] const std::map<Trouble, std::size_t>& happened() const { return happened_; }

    // For the VFS ---------------------------------------------------------------------------------------------------
    struct Write {
        std::size_t at = 0;
        std::string bytes;
        bool cuts = false;  // the file ends at `at`
    };
    static void put(std::string& bytes, const Write& write);
    struct File {
        std::string now;
        std::string flushed;
        std::vector<Write> since;
        std::vector<std::unique_ptr<std::string>> shared;  // the memory of a WAL's index
        std::array<int, 8> locks{};                        // of that: how many share each; -1: one has it alone
        int readers = 0;                                   // connections that have the file open to read, at least
    };
    std::shared_ptr<File> open(const std::string& name, bool make);
    bool exists(const std::string& name) const { return files_.contains(name); }
    void remove(const std::string& name) { files_.erase(name); }
    /// What becomes of an operation that writes or flushes this file.
    Trouble comes_to(const std::string& name);
    Chance& chance() { return chance_; }

private:
    Disk();
    struct Fate {
        Trouble trouble = Trouble::none;
        std::size_t after = 0;
        bool has_happened = false;
    };
    std::map<std::string, std::shared_ptr<File>> files_;
    std::map<std::string, Fate> fates_;  // by device
    std::map<Trouble, std::size_t> happened_;
    Chance chance_{0};
};

}  // namespace ayni::simulation
