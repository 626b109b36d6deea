package dev.parley.testing;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The table of behaviours by the name of the model.
///
/// A name is words and numbers with hyphens between; a word in capitals stands for a number:
/// `say-N-MS` is found for `say-5-10`, with the numbers 5 and 10.
final class Behaviours {

  /// The latest first: it wins where two fit.
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  private record Entry(String name, Pattern pattern, Behaviour behaviour) {}

  private record Found(Behaviour behaviour, Matcher name) {}

  /// The behaviour found, and the numbers in the name that found it.
  record Match(Behaviour behaviour, List<Integer> numbers) {}

  static Behaviours standard() {
    var behaviours = new Behaviours();
    PlainAnswers.addTo(behaviours);
    OddlyFramedAnswers.addTo(behaviours);
    ToolAnswers.addTo(behaviours);
    UnfinishedAnswers.addTo(behaviours);
    WrongAnswers.addTo(behaviours);
    Refusals.addTo(behaviours);
    return behaviours;
  }

  void add(String name, Behaviour behaviour) {
    var regex =
        Arrays.stream(name.split("-", -1))
            .map(word -> word.matches("[A-Z]+") ? "(\\d{1,9})" : Pattern.quote(word))
            .collect(Collectors.joining("-"));
    entries.addFirst(new Entry(name, Pattern.compile(regex), behaviour));
  }

  Match find(String model) {
    return entries.stream()
        .map(entry -> new Found(entry.behaviour(), entry.pattern().matcher(model)))
        .filter(found -> found.name().matches())
        .findFirst()
        .map(found -> new Match(found.behaviour(), numbers(found.name())))
        .orElseGet(() -> new Match(Refusals::unknownModel, List.of()));
  }

  /// The names without numbers, in alphabetical order.
  List<String> plainNames() {
    return entries.stream()
        .map(Entry::name)
        .filter(name -> name.chars().noneMatch(Character::isUpperCase))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<Integer> numbers(MatchResult name) {
    return IntStream.rangeClosed(1, name.groupCount())
        .mapToObj(group -> Integer.valueOf(name.group(group)))
        .toList();
  }
}
