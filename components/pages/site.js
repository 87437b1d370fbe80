function gyreFamilies () {}
