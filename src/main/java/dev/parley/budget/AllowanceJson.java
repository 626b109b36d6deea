package dev.parley.budget;

import dev.parley.web.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How allowances are written down: `{"day": {"questions": 100, "cost": null}, "month": {}}`. A
/// `null` is any amount. What is not there is as much as a wider allowance says, or any amount
/// where there is none.
final class AllowanceJson {

  private static final BigDecimal MOST = new BigDecimal("1000000000000000");
  private static final BigDecimal MOST_MONEY = new BigDecimal("1000000000");
  private static final Set<String> PERIODS = words(Stream.of(Period.values()).map(Period::word));
  private static final Set<String> MEASURES = words(Stream.of(Measure.values()).map(Measure::word));

  private AllowanceJson() {}

  static Map<String, Object> write(Allowance allowance) {
    var json = new LinkedHashMap<String, Object>();
    for (var period : Period.values()) {
      json.put(period.word(), write(allowance.of(period)));
    }
    return json;
  }

  private static Map<String, @Nullable Object> write(Amounts amounts) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    for (var measure : Measure.values()) {
      var amount = amounts.of(measure);
      if (amount != Allowance.INHERITED) {
        json.put(measure.word(), amount == Allowance.UNLIMITED ? null : number(measure, amount));
      }
    }
    return json;
  }

  /// An amount as clients see it: money in the currency's unit.
  static Object number(Measure measure, long amount) {
    return measure == Measure.COST ? Money.units(amount) : (Object) amount;
  }

  /// @param field its name, for what is wrong with it
  /// @param otherwise what holds for what is not there
  static Allowance read(Fields fields, String field, @Nullable JsonNode json, Allowance otherwise) {
    if (json == null || json.isNull()) {
      return otherwise;
    }
    if (isObjectOf(fields, field, json, PERIODS)) {
      return new Allowance(
          amounts(fields, field + ".day", json.get("day"), otherwise.day()),
          amounts(fields, field + ".month", json.get("month"), otherwise.month()));
    }
    return otherwise;
  }

  private static Amounts amounts(
      Fields fields, String field, @Nullable JsonNode json, Amounts otherwise) {
    if (json == null || !isObjectOf(fields, field, json, MEASURES)) {
      return otherwise;
    }
    return new Amounts(
        amount(fields, field, json, Measure.QUESTIONS, otherwise),
        amount(fields, field, json, Measure.TOKENS, otherwise),
        amount(fields, field, json, Measure.COST, otherwise));
  }

  private static long amount(
      Fields fields, String field, JsonNode json, Measure measure, Amounts otherwise) {
    var value = json.get(measure.word());
    if (value == null) {
      return otherwise.of(measure);
    }
    if (value.isNull()) {
      return Allowance.UNLIMITED;
    }
    var name = field + "." + measure.word();
    return measure == Measure.COST
        ? Money.billionths(number(fields, name, value, MOST_MONEY, Money.DIGITS))
        : number(fields, name, value, MOST, 0).longValueExact();
  }

  private static BigDecimal number(
      Fields fields, String field, JsonNode value, BigDecimal most, int digits) {
    if (value.isNumber()) {
      var number = value.decimalValue();
      if (number.signum() >= 0
          && number.compareTo(most) <= 0
          && number.stripTrailingZeros().scale() <= digits) {
        return number.setScale(digits, RoundingMode.UNNECESSARY);
      }
    }
    var whole = digits == 0 ? "a whole number" : "a number";
    fields.reject(field, "must be %s from 0 to %s, or null".formatted(whole, most));
    return BigDecimal.ZERO;
  }

  private static boolean isObjectOf(Fields fields, String field, JsonNode json, Set<String> known) {
    if (!json.isObject()) {
      fields.reject(field, "must be an object");
      return false;
    }
    for (var name : json.propertyNames()) {
      if (!known.contains(name)) {
        fields.reject(field + "." + name, "is not a known field");
      }
    }
    return true;
  }

  private static Set<String> words(Stream<String> words) {
    return words.collect(Collectors.toUnmodifiableSet());
  }
}
