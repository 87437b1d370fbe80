# gauss.py: The two integrals in plain Python, one point at a time
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The original that the components must agree with to the last bit, and the peer that the benchmark runs against.
# N.B. Sums are loops: since Python 3.12 the function sum() corrects its rounding errors, and so gives other bits than adding.
import argparse
import json
import math
import platform
import random
import time


def points(count, box, seed):
    """
    Generate {count} random points in {box}
    """
    uniform = random.Random(seed).uniform
    for _ in range(count):
        yield [uniform(a, b) for a, b in box]
    # all done
    return


def measure(box):
    """
    Compute the volume of {box}
    """
    volume = 1
    for a, b in box:
        volume *= b - a
    return volume


def distance2(point, center):
    """
    Compute the square of the distance between {point} and {center}
    """
    r2 = 0
    for x, c in zip(point, center):
        r2 += (x - c)**2
    return r2


def contains(center, radius, cloud):
    """
    Filter out the points of {cloud} that are not in the ball
    """
    for point in cloud:
        if distance2(point, center) <= radius**2:
            yield point
    # all done
    return


def one(cloud):
    """
    Evaluate the integrand that is one everywhere
    """
    for point in cloud:
        yield 1.0
    # all done
    return


def gaussian(μ, σ, cloud):
    """
    Evaluate a gaussian with mean {μ} and spread {σ}
    """
    # access the exponential from the math package
    from math import exp
    # precompute what does not depend on the point
    width = 2 * σ**2
    normalization = math.sqrt(2 * math.pi) * σ
    # loop over the points
    for point in cloud:
        yield exp(-distance2(point, μ) / width) / normalization
    # all done
    return


def integrate(samples, box, cloud, integrand):
    """
    Sum {integrand} over the points of {cloud}, all of which are in the region of integration
    """
    total = 0
    for value in integrand(cloud):
        total += value
    return measure(box) / samples * total


def quarter_circle(samples, seed):
    """
    The area of the part of the unit ball that is in the unit box
    """
    box = ((0, 1), (0, 1))
    cloud = contains((0, 0), 1, points(samples, box, seed))
    return integrate(samples, box, cloud, one)


def gaussian_in_ball(samples, seed):
    """
    A gaussian over the unit ball
    """
    box = ((-1, 1), (-1, 1))
    cloud = contains((0, 0), 1, points(samples, box, seed))
    return integrate(samples, box, cloud, lambda region: gaussian((0, 0), 1/3, region))


def timed(integral, samples, seed):
    """
    Compute {integral} and the time it took
    """
    start = time.perf_counter()
    value = integral(samples, seed)
    return {"integral": value, "seconds": time.perf_counter() - start}


def main():
    parser = argparse.ArgumentParser(description="two integrals by the Monte Carlo method, as JSON")
    parser.add_argument("--samples", type=int, default=100000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    print(json.dumps({
        "python": platform.python_version(),
        "samples": arguments.samples,
        "seed": arguments.seed,
        "quarter-circle": timed(quarter_circle, arguments.samples, arguments.seed),
        "gaussian": timed(gaussian_in_ball, arguments.samples, arguments.seed),
    }))


if __name__ == "__main__":
    main()
